import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'

/** A mail server that takes nothing for anybody, and says for whom (RFC 5321). */
export async function openRefusingMail(): Promise<{ url: string; server: Server }> {
  const server = createServer((socket) => {
    socket.write('220 mail.holm.example\r\n')
    socket.on('data', (bytes) => {
      const line = bytes.toString().trim()
      const [, address] = /^RCPT TO:(<.*>)/i.exec(line) ?? []
      socket.write(address === undefined ? '250 yes\r\n' : `550 5.1.1 ${address} is nobody here\r\n`)
    })
    socket.on('error', () => socket.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}
