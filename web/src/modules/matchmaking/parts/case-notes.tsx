import { App, Button, Input } from 'antd'
import { useState } from 'react'
import type { CaseFile } from '#contract/matchmaking-desk.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant } from '../../../kit/format.ts'
import { useAct } from '../../../kit/query.ts'
import { t } from '../desk-texts.ts'

/** Notes for the desk alone, the newest first. */
export function CaseNotes({ caseId, notes }: { caseId: string; notes: CaseFile['notes'] }) {
  const [text, setText] = useState('')
  const write = useAct('writeDeskNote', { invalidates: ['getCase', 'getDesk'] })
  const { message } = App.useApp()
  const save = () =>
    write.mutate(
      { caseId, text },
      {
        onSuccess: () => {
          setText('')
          void message.success(t('noteSaved'))
        },
        onError: (error) => void message.error(errorSentence(error), 8),
      },
    )
  const short = text.trim() === ''
  return (
    <section className="panel" aria-label={t('notes')}>
      <h2>{t('notes')}</h2>
      <p className="quiet">{t('notesHint')}</p>
      <label htmlFor="desk-note">{t('note')}</label>
      <Input.TextArea
        id="desk-note"
        rows={3}
        maxLength={1000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="panel-actions desk-note-actions">
        {short && <span className="quiet">{t('noteShort')}</span>}
        <Button type="primary" disabled={short} loading={write.isPending} onClick={save}>
          {t('writeNote')}
        </Button>
      </div>
      <ol className="desk-notes">
        {notes.map((note) => (
          <li key={note.id}>
            <p>{note.text ?? '—'}</p>
            <small className="quiet figures">{formatInstant(note.writtenAt)}</small>
          </li>
        ))}
      </ol>
    </section>
  )
}
