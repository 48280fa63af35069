// Given to Node by --import: what a password's hash costs is tested where REAL_PASSWORDS is set, not at every sign-in.
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

const { scrypt } = crypto
crypto.scrypt = (...given) => {
  if (!process.env.REAL_PASSWORDS) given[3] = { ...given[3], N: 2, p: 1 }
  return scrypt(...given)
}
syncBuiltinESMExports()
