import { Button, Form, Input, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import type { ScanAnswer } from '#contract/events-door.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatTime } from '../../../kit/format.ts'
import { useAct } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../door-texts.ts'
import { outcomeWords } from '../door-words.ts'

/** A field for badge numbers, passes and cards at the service desk; a handheld scanner types into it. It is ready for the next one at once. */
export function CheckInByHand({ eventId }: { eventId: string }) {
  const [door, setDoor] = useState(t('desk'))
  const [code, setCode] = useState('')
  const [read, setRead] = useState('')
  const [answer, setAnswer] = useState<ScanAnswer>()
  const input = useRef<InputRef>(null)
  const checkIn = useAct('checkIn', { invalidates: ['listScans'] })
  const letIn = useAct('letInWaiting', { invalidates: ['listScans'] })
  const error = checkIn.error ?? letIn.error
  function submit() {
    letIn.reset()
    if (code.trim() === '' || door.trim() === '') return
    checkIn.mutate(
      { eventId, door: door.trim(), code: code.trim() },
      {
        onSuccess: (came) => {
          setAnswer(came)
          setRead(code.trim())
          setCode('')
        },
        onSettled: () => input.current?.focus({ cursor: 'all' }),
      },
    )
  }
  return (
    <section className="panel">
      <h2>{t('byHand')}</h2>
      <p className="page-note">{t('byHandHint')}</p>
      <Form layout="vertical" onFinish={submit}>
        <Form.Item label={t('door')} htmlFor="door-name">
          <Input
            id="door-name"
            maxLength={20}
            value={door}
            onChange={(event) => setDoor(event.target.value)}
          />
        </Form.Item>
        <Form.Item label={t('code')} htmlFor="door-code">
          <Input
            id="door-code"
            ref={input}
            size="large"
            autoComplete="off"
            maxLength={200}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={checkIn.isPending}>
          {t('checkIn')}
        </Button>
      </Form>
      <div role="status" aria-live="assertive">
        {error && <p className="problem">{errorSentence(error)}</p>}
        {answer && !error && <Answer answer={answer} />}
        {answer?.outcome === 'waiting' && (
          <Button
            loading={letIn.isPending}
            onClick={() => letIn.mutate({ eventId, door: door.trim(), code: read }, { onSuccess: setAnswer })}
          >
            {t('letIn')}
          </Button>
        )}
      </div>
    </section>
  )
}

function Answer({ answer }: { answer: ScanAnswer }) {
  const { tone, word, hint } = outcomeWords(answer.outcome)
  return (
    <p className={`door-answer door-answer-${tone}`}>
      <Icon name={tone === 'done' ? 'check' : 'warn'} size={24} />
      <span>
        <strong>{word}</strong>
        {answer.badgeNo !== null && <b className="figures">{t('badge', { number: answer.badgeNo })}</b>}
        <br />
        {answer.checkedInAt === null
          ? hint
          : t('hereSince', { time: formatTime(answer.checkedInAt), door: answer.door ?? '' })}
      </span>
    </p>
  )
}
