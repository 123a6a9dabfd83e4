import { App, Button } from 'antd'
import { Qr } from '../../../ui/qr.tsx'
import { t } from '../association-texts.ts'

/** What may go into a chat group: a link and a poster of the programme, with nobody's data in them. */
export function ProgrammeShare({ federation }: { federation: string }) {
  const { message } = App.useApp()
  const link = `${window.location.origin}/me/matchmaking`
  const text = t('shareText', { federation, link })
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    void message.success(t('copied'))
  }
  return (
    <section className="programme-share" aria-label={t('share')}>
      <p className="quiet">{t('shareWords')}</p>
      <p className="panel">{text}</p>
      <div className="association-head">
        <Button onClick={() => void copy()}>{t('copy')}</Button>
        <Button type="primary" onClick={() => window.print()}>
          {t('print')}
        </Button>
      </div>
      <article className="poster">
        <p>{federation}</p>
        <h2>{t('shareTitle')}</h2>
        <p>{t('posterOne')}</p>
        <p>{t('posterTwo')}</p>
        <Qr text={link} label={t('posterScan')} />
        <p>{t('posterScan')}</p>
      </article>
    </section>
  )
}
