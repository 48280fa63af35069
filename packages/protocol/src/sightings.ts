/** `GET /api/sightings` (owner): the sites that loaded the widget since the relay started, latest first. */
export interface SightingsReply {
  sightings: readonly Sighting[]
}

export interface Sighting {
  origin: string
  secondsAgo: number
  /** Whether it is among the origins that may use the desk. */
  isAllowed: boolean
}
