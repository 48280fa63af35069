/** A token bucket: `burst` at once, then `perSecond` (RFC 2697 speaks of it as a single-rate meter). */
export class Bucket {
  readonly #burst: number
  readonly #perSecond: number
  #tokens: number
  #filledAt: number

  constructor(burst: number, perSecond: number, now: number) {
    this.#burst = burst
    this.#perSecond = perSecond
    this.#tokens = burst
    this.#filledAt = now
  }

  /** 0 when it may go on (and takes a token), else the ms until it may. */
  take(now: number): number {
    this.#fill(now)
    if (this.#tokens >= 1) {
      this.#tokens -= 1
      return 0
    }
    return Math.ceil(((1 - this.#tokens) / this.#perSecond) * 1000)
  }

  isFull(now: number): boolean {
    this.#fill(now)
    return this.#tokens >= this.#burst
  }

  #fill(now: number): void {
    const seconds = Math.max(0, now - this.#filledAt) / 1000
    this.#tokens = Math.min(this.#burst, this.#tokens + seconds * this.#perSecond)
    this.#filledAt = now
  }
}

/** A bucket for each key (an address, a name); full ones are forgotten once there are many. */
export class Buckets {
  readonly #buckets = new Map<string, Bucket>()
  readonly #burst: number
  readonly #perSecond: number

  constructor(burst: number, perSecond: number) {
    this.#burst = burst
    this.#perSecond = perSecond
  }

  take(key: string, now = Date.now()): number {
    if (this.#buckets.size > 10_000) this.#forgetFull(now)
    let bucket = this.#buckets.get(key)
    if (!bucket) {
      bucket = new Bucket(this.#burst, this.#perSecond, now)
      this.#buckets.set(key, bucket)
    }
    return bucket.take(now)
  }

  /** What to answer where it is too much; undefined where it may go on (a token is taken). */
  refuse(key: string): { ok: false; refusal: 'rate-limited'; retryAfterMs: number } | undefined {
    const retryAfterMs = this.take(key)
    return retryAfterMs > 0 ? { ok: false, refusal: 'rate-limited', retryAfterMs } : undefined
  }

  /** What was taken is given back (a right password ends the count of wrong ones). */
  forget(key: string): void {
    this.#buckets.delete(key)
  }

  #forgetFull(now: number): void {
    for (const [key, bucket] of this.#buckets) if (bucket.isFull(now)) this.#buckets.delete(key)
  }
}
