/** What the owner, Anna, has written before anybody comes: labels, canned replies, opening hours, and who is on shift. */
export async function prepare({ url, operators }) {
  const { request } = operators.anna.page
  const ask = async (path) => (await request.get(`${url}${path}`)).json()
  const put = async (path, data) => {
    const response = await request.put(`${url}${path}`, { data })
    if (!response.ok()) throw new Error(`${path} was not taken: ${response.status()}`)
  }
  await put('/api/settings', { ...(await ask('/api/settings')), labels })
  for (const [id, name, en] of replies) await put(`/api/canned-replies/${id}`, { name, texts: { en } })
  await put('/api/hours', hours)
  const plans = []
  for (const [name, week] of Object.entries(shifts)) {
    const { operator } = await (await operators[name].page.request.get(`${url}/api/session`)).json()
    plans.push({ operatorId: operator.id, week, otherDays: [] })
  }
  await put('/api/roster', { plans: plans.toSorted((a, b) => (a.operatorId < b.operatorId ? -1 : 1)) })
}

const labels = ['Broken in transit', 'Delivery', 'Returns', 'Engraving']

const replies = [
  [
    'a1f4c8de-0b7e-4f5e-9a51-3a86f1a0c001',
    'Another one is on its way',
    'We have packed another one; it leaves the workshop today with the number {parcel number}.',
  ],
  [
    'a1f4c8de-0b7e-4f5e-9a51-3a86f1a0c002',
    'Photo of the damage',
    'Could you send us a photo of the box and the piece? It helps us pack better.',
  ],
  ['a1f4c8de-0b7e-4f5e-9a51-3a86f1a0c003', 'Wrapped as a present', 'We wrap it in linen, with your card inside.'],
]

const weekOf = (workday, saturday = []) => [...new Array(5).fill(workday), saturday, []]

const hours = {
  timeZone: 'Europe/Berlin',
  week: weekOf([{ from: '09:00', to: '18:00' }], [{ from: '10:00', to: '14:00' }]),
  closed: [{ from: '2030-12-24', to: '2030-12-26' }],
}

/** On Saturday afternoons nobody is there though it is open. */
const shifts = {
  anna: weekOf(
    [
      { from: '09:00', to: '12:00' },
      { from: '13:00', to: '15:00' },
    ],
    [{ from: '10:00', to: '12:30' }],
  ),
  boris: weekOf([{ from: '11:30', to: '18:00' }]),
}
