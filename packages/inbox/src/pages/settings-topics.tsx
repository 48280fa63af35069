import { limits, type Topic } from '@deskbell/protocol'
import { closeIcon, Icon } from '@deskbell/ui'
import { useId, useRef } from 'preact/hooks'
import { isSkillMissing } from '../models/gaps.ts'
import { knownSkills } from '../models/known-skills.ts'
import type { SettingsPart } from './settings-part.ts'
import { TextField } from './text-field.tsx'
import { Warning } from './warning.tsx'

/** What a page says its visitors ask about (`data-topic`), and what an operator has to know for it. */
export function SettingsTopics(part: SettingsPart) {
  const { t, form, settings, team } = part
  const { topics } = settings
  const skillsId = useId()
  const list = useRef<HTMLFieldSetElement>(null)
  const change = (next: readonly Topic[]) => form.change({ topics: next })
  const add = () => {
    change([...topics, { id: '', name: '' }])
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('.topic:last-of-type input')?.focus())
  }
  const remove = (index: number) => {
    change(topics.filter((_, place) => place !== index))
    list.current?.querySelector<HTMLElement>('.topic-add')?.focus()
  }
  return (
    <fieldset class="settings-part" ref={list}>
      <legend>{t('topics.head')}</legend>
      <p class="quiet">{t('topics.text')}</p>
      {topics.map((topic, index) => (
        <TopicFields
          // A topic has no name of its own before it is written: its place is what it is known by.
          key={index}
          part={part}
          index={index}
          topic={topic}
          skillsId={skillsId}
          onTopic={(changed) => change(topics.with(index, changed))}
          onRemove={() => remove(index)}
        />
      ))}
      <datalist id={skillsId}>
        {knownSkills(topics, team).map((skill) => (
          <option key={skill} value={skill} />
        ))}
      </datalist>
      {topics.length < limits.topics && (
        <button class="button topic-add" type="button" onClick={add}>
          {t('topics.add')}
        </button>
      )}
    </fieldset>
  )
}

interface TopicProps {
  part: SettingsPart
  index: number
  topic: Topic
  skillsId: string
  onTopic: (topic: Topic) => void
  onRemove: () => void
}

function TopicFields({ part, index, topic, skillsId, onTopic, onRemove }: TopicProps) {
  const { t, form, team } = part
  const faults = form.topicFaults.value[index] ?? {}
  const called = topic.name.trim() || topic.id.trim() || t('topics.number', { number: index + 1 })
  const bind = (field: keyof Topic) => ({
    t,
    value: topic[field] ?? '',
    fault: faults[field],
    onValue: (text: string) => onTopic({ ...topic, [field]: text }),
  })
  return (
    <fieldset class="topic" aria-label={called}>
      <TextField {...bind('id')} label={t('topics.id')} placeholder="delivery" />
      <TextField {...bind('name')} label={t('topics.name')} />
      <TextField {...bind('skill')} label={t('topics.skill')} list={skillsId} />
      <button class="topic-remove" type="button" aria-label={t('topics.remove', { name: called })} onClick={onRemove}>
        <Icon of={closeIcon} small />
      </button>
      {isSkillMissing(team, topic.skill) && (
        <Warning text={t('topics.nobody', { skill: topic.skill?.trim() ?? '' })} link={t('topics.toTeam')} />
      )}
    </fieldset>
  )
}
