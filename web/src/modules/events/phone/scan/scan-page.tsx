import './scan.css'
import { useState } from 'react'
import { errorSentence } from '../../../../kit/errors.ts'
import { formatTime } from '../../../../kit/format.ts'
import { useMay } from '../../../../kit/me.ts'
import type { PhonePageProps } from '../../../../kit/routes.ts'
import { Button } from '../../../../ui/light/button.tsx'
import { Empty } from '../../../../ui/light/empty.tsx'
import { TextField } from '../../../../ui/light/field.tsx'
import { Notice } from '../../../../ui/light/notice.tsx'
import { Skeleton } from '../../../../ui/light/waiting.tsx'
import { Camera } from './camera.tsx'
import { Latest, Verdict } from './readings.tsx'
import { t } from './texts.ts'
import { useScanner, waitingCount, type Scanner } from './use-scanner.ts'

/** The scanning page at a door: camera, typed number or handheld scanner; with or without a network. */
export default function ScanPage({ params }: PhonePageProps) {
  if (!useMay('events.run')) return <Empty icon="key" title={t('noPower')} hint={t('noPowerHint')} />
  return <Door eventId={params.eventId!} />
}

function Door({ eventId }: { eventId: string }) {
  const scanner = useScanner(eventId)
  if (scanner.state === 'starting') return <Skeleton lines={6} label={t('loading')} />
  if (scanner.problem !== null && scanner.taken === null)
    return <Empty icon="warn" title={t('notOpened')} hint={errorSentence(scanner.problem)} />
  return (
    <>
      {scanner.taken !== null && <h2 className="scan-title">{scanner.taken.title}</h2>}
      {scanner.state === 'closed' ? <ChooseDoor scanner={scanner} /> : <AtDoor scanner={scanner} />}
    </>
  )
}

function ChooseDoor({ scanner }: { scanner: Scanner }) {
  const [door, setDoor] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Error | null>(null)
  function start() {
    setBusy(true)
    scanner
      .open(door.trim())
      .catch((error: Error) => setProblem(error))
      .finally(() => setBusy(false))
  }
  return (
    <section className="sheet">
      <h3>{t('whichDoor')}</h3>
      <p className="scan-note">{t('whichDoorHint')}</p>
      <div className="scan-doors">
        {scanner.taken?.doors.map((name) => (
          <Button key={name} onClick={() => setDoor(name)}>
            {name}
          </Button>
        ))}
      </div>
      <TextField label={t('door')} hint={t('doorHint')} value={door} onChange={setDoor} maxLength={20} />
      {problem && <Notice tone="problem">{errorSentence(problem)}</Notice>}
      <Button
        look="primary"
        busy={busy}
        onClick={start}
        why={door.trim() === '' ? t('doorFirst') : undefined}
      >
        {t('start')}
      </Button>
    </section>
  )
}

function AtDoor({ scanner }: { scanner: Scanner }) {
  const [typed, setTyped] = useState('')
  return (
    <>
      <Standing scanner={scanner} />
      {scanner.problem && <Notice tone="problem">{errorSentence(scanner.problem)}</Notice>}
      <Verdict scanner={scanner} />
      <Camera onRead={(text) => void scanner.read(text)} />
      <form
        className="scan-typed"
        onSubmit={(event) => {
          event.preventDefault()
          void scanner.read(typed)
          setTyped('')
        }}
      >
        <TextField
          label={t('code')}
          hint={t('codeHint')}
          value={typed}
          onChange={setTyped}
          autoComplete="off"
          maxLength={200}
        />
        <Button type="submit">{t('checkIn')}</Button>
      </form>
      <Latest scans={scanner.scans} />
      <Button look="quiet" onClick={scanner.leaveDoor}>
        {t('changeDoor')}
      </Button>
    </>
  )
}

function Standing({ scanner }: { scanner: Scanner }) {
  const waiting = waitingCount(scanner.scans)
  const { count, taken } = scanner
  const present = count?.present ?? taken?.entries.filter((entry) => entry.state === 'present').length ?? 0
  const expected =
    count?.expected ??
    taken?.entries.filter((entry) => entry.state === 'present' || entry.state === 'expected').length ??
    0
  return (
    <section className="scan-standing" aria-live="polite">
      <strong>{scanner.device?.door}</strong>
      <span className="figures">
        {t('present')} {t('presentOf', { present, expected })}
      </span>
      <span className={waiting > 0 ? 'scan-waiting figures' : 'scan-sent'}>
        {waiting > 0 ? t('pending', { count: waiting }) : t('allSent')}
      </span>
      <small className="figures">
        {taken === null ? t('notTaken') : t('takenAt', { time: formatTime(taken.takenAt) })}
      </small>
    </section>
  )
}
