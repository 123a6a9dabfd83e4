import '../attachments.css'
import { useId, useRef, useState } from 'react'
import { CallError } from '../../../kit/call-error.ts'
import { requestOf } from '../../../kit/call.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatSize } from '../../../kit/format.ts'
import { useAct } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Button } from '../../../ui/light/button.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { t } from './texts.ts'
import type { Files, OnItsWay, Sent } from './use-sending.ts'

interface FilePickerProps {
  label: string
  hint: string
  files: Files
  /** How many the form takes. */
  most: number
}

/** Takes photos and files for a form: sends each at once, shows what arrived, says in words what was refused. */
export function FilePicker({ label, hint, files, most }: FilePickerProps) {
  const [tooMany, setTooMany] = useState(false)
  const reasonId = useId()
  const room = most - files.sent.length - files.onTheirWay.length
  const why = room <= 0 ? t('enough', { most }) : undefined
  const add = (chosen: readonly File[]) => {
    setTooMany(chosen.length > room)
    files.send(chosen.slice(0, room))
  }
  return (
    <fieldset className="file-picker">
      <legend>{label}</legend>
      <p className="field-hint">
        {hint} {t('hint', { most })}
      </p>
      {files.sent.length + files.onTheirWay.length > 0 && (
        <ul aria-label={t('chosen')}>
          {files.sent.map((each) => (
            <Arrived key={each.attachment.id} sent={each} onDropped={files.drop} />
          ))}
          {files.onTheirWay.map((each) => (
            <Waiting key={`${each.file.name} ${each.file.lastModified}`} one={each} files={files} />
          ))}
        </ul>
      )}
      <p className="file-said" role="status">
        {files.sent.length > 0 && t('added', { name: files.sent[files.sent.length - 1]!.name })}
      </p>
      {tooMany && <Notice tone="due" title={t('tooMany', { most })} />}
      <div className="file-buttons">
        <Chooser words={t('photo')} accept="image/*" camera onChosen={add} offBy={why && reasonId} />
        <Chooser words={t('choose')} accept={accepted} onChosen={add} offBy={why && reasonId} />
      </div>
      {why !== undefined && (
        <p className="reason" id={reasonId}>
          {why}
        </p>
      )}
    </fieldset>
  )
}

// An iPhone that is asked for JPEG turns its own HEIC photos into it.
const accepted = 'image/jpeg,image/png,image/webp,application/pdf'

interface ChooserProps {
  words: string
  accept: string
  camera?: true
  onChosen: (files: readonly File[]) => void
  /** The id of the words that say why nothing more can be chosen. */
  offBy: string | undefined
}

function Chooser({ words, accept, camera, onChosen, offBy }: ChooserProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        className="button button-plain"
        aria-disabled={offBy !== undefined || undefined}
        aria-describedby={offBy}
        onClick={() => offBy === undefined && input.current?.click()}
      >
        <Icon name={camera ? 'camera' : 'attach'} />
        {words}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={words}
        accept={accept}
        multiple={!camera}
        {...(camera && { capture: 'environment' as const })}
        onChange={(event) => {
          const chosen = [...(event.currentTarget.files ?? [])]
          event.currentTarget.value = ''
          if (chosen.length > 0) onChosen(chosen)
        }}
      />
    </>
  )
}

function Arrived({ sent, onDropped }: { sent: Sent; onDropped: (id: string) => void }) {
  const { attachment, name } = sent
  const takeBack = useAct('deleteOwnAttachment', { invalidates: [] })
  const drop = () =>
    takeBack.mutate({ attachmentId: attachment.id }, { onSuccess: () => onDropped(attachment.id) })
  return (
    <li>
      <div className="file-line">
        {attachment.kind === 'picture' ? (
          <img src={requestOf('openOwnThumbnail', { attachmentId: attachment.id }).url} alt="" />
        ) : (
          <span className="file-mark">PDF</span>
        )}
        <span className="file-words">
          {name} <small>{formatSize(attachment.bytes)}</small>
        </span>
        <Button look="quiet" busy={takeBack.isPending} label={t('removeLabel', { name })} onClick={drop}>
          {t('remove')}
        </Button>
      </div>
      {takeBack.error && <Notice tone="problem" title={errorSentence(takeBack.error)} />}
    </li>
  )
}

function Waiting({ one, files }: { one: OnItsWay; files: Files }) {
  const { file, share, problem } = one
  const { name } = file
  const refused = problem !== undefined
  return (
    <li>
      <div className="file-line">
        <span className="file-mark">{refused ? <Icon name="warn" /> : <span className="spinner" />}</span>
        <span className="file-words">
          {name} <small>{formatSize(file.size)}</small>
          {!refused && <progress max={1} value={share} aria-label={t('sending', { name })} />}
        </span>
        <Button
          look="quiet"
          label={refused ? t('removeLabel', { name }) : t('stopLabel', { name })}
          onClick={() => files.stop(file)}
        >
          {refused ? t('remove') : t('stop')}
        </Button>
      </div>
      {refused && (
        <Notice tone="problem" title={errorSentence(problem)}>
          {mayHelpAgain(problem) && (
            <Button look="quiet" label={t('againLabel', { name })} onClick={() => files.send([file])}>
              {t('again')}
            </Button>
          )}
        </Notice>
      )}
    </li>
  )
}

// A broken line or a busy server may be over; a file of the wrong kind stays one.
function mayHelpAgain(problem: unknown): boolean {
  return (
    problem instanceof CallError && (problem.status === 0 || problem.status === 429 || problem.status >= 500)
  )
}
