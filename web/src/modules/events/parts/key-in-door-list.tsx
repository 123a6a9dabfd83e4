import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import type { Output } from '../../../kit/call.ts'
import { errorSentence, fieldSentences } from '../../../kit/errors.ts'
import { useAct } from '../../../kit/query.ts'
import { t } from '../door-texts.ts'
import { outcomeWords } from '../door-words.ts'

/** Keys in a signed paper list by badge numbers and ranges, and says what came of each that did not fit. */
export function KeyInDoorList({ eventId }: { eventId: string }) {
  const [numbers, setNumbers] = useState('')
  const [done, setDone] = useState<Output<'keyInDoorList'>>()
  const keyIn = useAct('keyInDoorList', { invalidates: ['listScans'] })
  const wrong = keyIn.error ? fieldSentences(keyIn.error).badgeNos : undefined
  function submit() {
    if (numbers.trim() === '') return
    keyIn.mutate({ eventId, door: t('paperDoor'), badgeNos: numbers }, { onSuccess: setDone })
  }
  return (
    <section className="panel">
      <h2>{t('paper')}</h2>
      <p className="page-note">{t('paperHint')}</p>
      <Form layout="vertical" onFinish={submit}>
        <Form.Item
          label={t('numbers')}
          htmlFor="door-numbers"
          {...(wrong ? { validateStatus: 'error' as const, help: wrong } : {})}
        >
          <Input.TextArea
            id="door-numbers"
            rows={2}
            maxLength={4000}
            value={numbers}
            onChange={(event) => setNumbers(event.target.value)}
          />
        </Form.Item>
        <Button htmlType="submit" loading={keyIn.isPending} disabled={numbers.trim() === ''}>
          {t('keyIn')}
        </Button>
        {numbers.trim() === '' && <span className="door-why">{t('numbersFirst')}</span>}
      </Form>
      <div role="status">
        {keyIn.error && !wrong && <p className="problem">{errorSentence(keyIn.error)}</p>}
        {done && !keyIn.error && <Done done={done} />}
      </div>
    </section>
  )
}

function Done({ done }: { done: Output<'keyInDoorList'> }) {
  return (
    <>
      <p>{t('keyedIn', { added: done.added, before: done.before })}</p>
      {done.left.length > 0 && (
        <ul className="problem">
          {done.left.map(({ badgeNo, outcome }) => (
            <li key={badgeNo}>
              {t('badge', { number: badgeNo })} {outcomeWords(outcome).word}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
