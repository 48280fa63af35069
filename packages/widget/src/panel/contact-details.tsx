import type { WidgetContext } from './context.ts'

/** How else to reach the site owner; as the desk says now, else as the launcher was told. */
export function ContactDetails({ context }: { context: WidgetContext }) {
  const { t, desk, settings } = context
  const { email, phone, address } = desk.status.value?.contact ?? settings.contact
  if (!email && !phone && !address) return null
  return (
    <section class="contact" aria-label={t('home.contact')}>
      {address && <span>{address}</span>}
      {email && (
        <a href={`mailto:${email}`} dir="ltr">
          {email}
        </a>
      )}
      {phone && (
        <a href={`tel:${phone.replace(/[^+\d]/g, '')}`} dir="ltr">
          {phone}
        </a>
      )}
    </section>
  )
}
