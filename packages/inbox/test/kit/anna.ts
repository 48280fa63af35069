import type { Operator } from '@deskbell/protocol'

export const anna: Operator = {
  id: 'a1',
  name: 'Anna',
  role: 'Orders and delivery',
  email: 'anna@holm.example',
  isOwner: true,
  capacity: 3,
  languages: ['en', 'de'],
  skills: ['Returns'],
  rank: 0,
}

export const boris: Operator = {
  id: 'b2',
  name: 'Boris',
  email: 'boris@holm.example',
  isOwner: false,
  capacity: 3,
  languages: [],
  skills: [],
  rank: -1,
}
