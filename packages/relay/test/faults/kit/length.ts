/** `npm run bench -- relay` takes its time; `npm test` has little. */
export const isLong = process.env.DESKBELL_FAULTS === 'long'
