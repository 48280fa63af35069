// `npm start`: the built relay with the demo shop, unless DESKBELL_DEMO says otherwise.
process.env.DESKBELL_DEMO ??= '1'
await import('../packages/relay/dist/main.js')
