/** A long address breaks before its "@", and only where one half is too long for a line anywhere else. */
export function EmailAddress({ of: address }: { of: string }) {
  const at = address.lastIndexOf('@')
  return (
    <bdi dir="ltr">
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </bdi>
  )
}
