import type { Context } from '../context.ts'

/** What exporting and erasing works with: the store, and the relay around it while one runs. */
export interface Premises extends Pick<Context, 'store'> {
  running?: Pick<Context, 'live' | 'doorbell' | 'endVisitor'>
}
