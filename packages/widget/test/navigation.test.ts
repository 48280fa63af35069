// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { NavigationModel } from '../src/models/navigation.ts'
import { TrailModel } from '../src/models/trail.ts'
import { entry } from './kit/open-panel.ts'

describe('the way through the panel', () => {
  it('goes back the way it came and remembers what was left', () => {
    const navigation = new NavigationModel()
    navigation.go({ name: 'results' })
    navigation.go({ name: 'entry', id: 'broken' })
    navigation.back()
    expect(navigation.view.value).toEqual({ name: 'results' })
    expect(navigation.left.value).toEqual({ name: 'entry', id: 'broken' })
  })

  it('never has the person twice in the way back', () => {
    const navigation = new NavigationModel()
    navigation.go({ name: 'person' })
    navigation.go({ name: 'results' })
    navigation.go({ name: 'person' })
    navigation.back()
    expect(navigation.view.value).toEqual({ name: 'home' })
    expect(navigation.canGoBack.value).toBe(false)
  })
})

describe('what goes along to a person', () => {
  it('is the search Mara stopped at, not each of its letters', () => {
    const trail = new TrailModel()
    trail.searched('bro', 4)
    trail.searched('broken plate', 2)
    trail.searched('engraving', 0)
    expect(trail.before().searches.map(({ query }) => query)).toEqual(['broken plate', 'engraving'])
  })

  it('says of an entry that it was read and did not help', () => {
    const trail = new TrailModel()
    const broken = entry('broken', 'A plate arrived broken. What now?', 'Send a photo.')
    trail.read(broken)
    trail.helped(broken, false)
    expect(trail.before().entries).toMatchObject([{ id: 'broken', helped: false }])
  })
})
