import { Buckets } from './bucket.ts'

const minutes15 = 15 * 60
const wrongPerName = 5
/** Each costs a password's hash, whatever the name. */
const triesPerAddress = 60

/** Counts tries to sign in: 5 wrong ones in 15 minutes for an address and a name, 60 for an address alone. */
export class SignInAttempts {
  readonly #named = new Buckets(wrongPerName, wrongPerName / minutes15)
  readonly #addresses = new Buckets(triesPerAddress, triesPerAddress / minutes15)

  /** 0 when it may go on, else the ms until it may. `name`: the same for all ways to write it. */
  take(address: string, name: string): number {
    return this.#named.take(`${address} ${name}`) || this.#addresses.take(address)
  }

  /** It was right: the wrong ones before do not count any more. */
  right(address: string, name: string): void {
    this.#named.forget(`${address} ${name}`)
  }
}
