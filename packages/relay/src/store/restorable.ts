/** A file that was deleted and a colleague who was removed can be restored for so long, in ms: longer than the inbox offers it. */
export const restorable = 15_000
