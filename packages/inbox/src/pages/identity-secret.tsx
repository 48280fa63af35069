import { useLayoutEffect, useRef } from 'preact/hooks'
import { Button } from '../components/button.tsx'
import { Confirm } from '../components/confirm.tsx'
import { useModel } from '../components/use-model.ts'
import { IdentitySecretModel } from '../models/identity-secret.ts'
import { Copyable } from './copyable.tsx'
import { Done } from './done.tsx'
import type { PageProps } from './page-props.ts'
import { Trouble } from './trouble.tsx'

/** The same in docs/embed-the-widget.md. */
const lines = [
  { language: 'Node', text: "createHmac('sha256', secret).update(String(id)).digest('hex')" },
  { language: 'PHP', text: "hash_hmac('sha256', (string) $id, $secret)" },
  { language: 'Python', text: "hmac.new(secret.encode(), str(id).encode(), 'sha256').hexdigest()" },
]
const pageLines = `<script>
  window.Deskbell ||= (...a) => (Deskbell.q ||= []).push(a)
  Deskbell('identify', { id: '4711', name: 'Ines Berg', email: 'ines@visitor.example', hash: '726a61…' })
</script>`

/** What the shop's server signs the numbers of its customers with, shown only when asked for. */
export function IdentitySecret({ http, t }: PageProps) {
  const model = useModel(() => new IdentitySecretModel(http))
  const { secret, isBusy, trouble } = model
  return (
    <section class="settings-part">
      <h2>{t('privacy.identityHead')}</h2>
      <p>{t('privacy.identityText')}</p>
      {secret.value === undefined && (
        <>
          <Button class="privacy-show" isDisabled={isBusy.value} onClick={() => void model.show()}>
            {t('privacy.show')}
          </Button>
          <Trouble t={t} of={trouble.value} />
        </>
      )}
      {secret.value !== undefined && <Shown t={t} model={model} secret={secret.value} />}
    </section>
  )
}

interface ShownProps extends Pick<PageProps, 't'> {
  model: InstanceType<typeof IdentitySecretModel>
  secret: string
}

function Shown({ t, model, secret }: ShownProps) {
  const { isAsking, isBusy, trouble } = model
  const ask = (next: boolean) => () => {
    trouble.value = undefined
    isAsking.value = next
  }
  const place = useRef<HTMLDivElement>(null)
  // The button that asked for the secret is gone: the one that copies it stands in its place.
  useLayoutEffect(() => place.current?.querySelector('button')?.focus(), [])
  return (
    <>
      <div ref={place}>
        <Copyable key={secret} t={t} text={secret} label={t('privacy.secret')} copyLabel={t('privacy.copySecret')} />
      </div>
      <Done>{model.isRenewed.value && t('privacy.renewed')}</Done>
      <Button class="privacy-show" kind="warn" onClick={ask(true)}>
        {t('privacy.renew')}
      </Button>
      <h3>{t('privacy.lineHead')}</h3>
      {lines.map(({ language, text }) => (
        <div key={language}>
          <p class="quiet">{language}</p>
          <Copyable t={t} text={text} label={language} copyLabel={t('privacy.copyLine', { language })} />
        </div>
      ))}
      <h3>{t('privacy.pageHead')}</h3>
      <p class="quiet">{t('privacy.pageText')}</p>
      <Copyable t={t} text={pageLines} label={t('privacy.pageLines')} copyLabel={t('privacy.copyPageLines')} />
      {isAsking.value && (
        <Confirm
          t={t}
          head={t('privacy.renewHead')}
          action={t('privacy.renewAction')}
          isBusy={isBusy.value}
          onConfirm={model.renew}
          onClose={ask(false)}
        >
          <p>{t('privacy.renewText')}</p>
          <Trouble t={t} of={trouble.value} />
        </Confirm>
      )}
    </>
  )
}
