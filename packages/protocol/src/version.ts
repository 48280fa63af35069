/** Raised when an older widget and a newer relay could misunderstand each other. Sent in every handshake and `GET /api/desk`. */
export const protocolVersion = 1
