import type { Logger } from 'pino'

const codes =
  /^(SQLITE_(FULL|IOERR|BUSY|READONLY|CANTOPEN)|(ENOSPC|EDQUOT|EFBIG|EIO|EROFS|EACCES|EPERM|ENOENT|ENOTDIR|EEXIST|EISDIR)$)/

/** Whether something thrown comes from SQLite or the file system, which may well take it the next time. */
export function isStorageFailure(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && codes.test(code)
}

/** What to call with every error of a commit, and without one when it went well: the log has the first and the end of it. */
export function createStorageNotes(log: Logger): (error?: unknown) => void {
  let isWell = true
  return (error) => {
    // A full disk is not to be filled with the log of it.
    if (error !== undefined && isWell)
      log.error({ err: error }, 'what is said could not be stored: it is refused until it can')
    if (error === undefined && !isWell) log.warn('what is said can be stored again')
    isWell = error === undefined
  }
}
