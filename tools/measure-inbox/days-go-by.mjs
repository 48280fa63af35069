// Imported by a relay that is measured: with each SIGUSR2 its clock goes on by a day.
const day = 24 * 3_600_000
const clock = Date.now
let gone = 0
Date.now = () => clock() + gone * day
process.on('SIGUSR2', () => {
  gone += 1
})
