import { Alert, Button, Progress } from 'antd'
import { useRef, useState } from 'react'
import { texts } from '../../i18n/texts.ts'
import { Icon } from '../../ui/icon.tsx'
import type { Input, OperationId, Output } from '../call.ts'
import { errorSentence } from '../errors.ts'
import { formatSize } from '../format.ts'
import { upload } from '../upload.ts'

const t = texts({
  drop: { zh: '把文件拖到这里', en: 'Drop the file here' },
  choose: { zh: '选择文件', en: 'Choose a file' },
  sending: { zh: '正在上传 {name}（{size}）', en: 'Sending {name} ({size})' },
  checking: { zh: '已上传，正在检查文件', en: 'Sent; the file is being checked' },
  stop: { zh: '停止上传', en: 'Stop' },
})

interface FileDropProps<Id extends OperationId> {
  operation: Id
  input: Input<Id>
  /** File endings the chooser offers, `.xlsx,.csv`; the server decides by content. */
  accept: string
  hint: string
  onDone: (output: Output<Id>) => void
  /** Why nothing can be sent yet. */
  why?: string | undefined
}

/** Takes one file by drag and drop or by choosing, sends it with progress, and says in words why it was refused. */
export function FileDrop<Id extends OperationId>({
  operation,
  input,
  accept,
  hint,
  onDone,
  why,
}: FileDropProps<Id>) {
  const [sending, setSending] = useState<{ file: File; share: number; stop: AbortController }>()
  const [error, setError] = useState<unknown>()
  const [over, setOver] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)

  async function send(file: File | undefined) {
    if (!file || why || sending) return
    const stop = new AbortController()
    setError(undefined)
    setSending({ file, share: 0, stop })
    try {
      onDone(
        await upload(operation, input, file, {
          signal: stop.signal,
          onProgress: (share) => setSending({ file, share, stop }),
        }),
      )
    } catch (problem) {
      if (!stop.signal.aborted) setError(problem)
    } finally {
      setSending(undefined)
      if (chooser.current) chooser.current.value = ''
    }
  }

  return (
    <div className="file-drop-frame">
      {error !== undefined && (
        <Alert type="error" showIcon icon={<Icon name="warn" />} title={errorSentence(error)} />
      )}
      <div
        className={over ? 'file-drop file-drop-over' : 'file-drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          void send(event.dataTransfer.files[0])
        }}
      >
        {sending ? (
          <Sending {...sending} />
        ) : (
          <>
            <Icon name="import" size={36} />
            <strong>{t('drop')}</strong>
            <Button type="primary" disabled={Boolean(why)} onClick={() => chooser.current?.click()}>
              {t('choose')}
            </Button>
            <p>{why ?? hint}</p>
          </>
        )}
        <input
          ref={chooser}
          type="file"
          accept={accept}
          aria-label={t('choose')}
          hidden
          onChange={(event) => void send(event.target.files?.[0])}
        />
      </div>
    </div>
  )
}

function Sending({ file, share, stop }: { file: File; share: number; stop: AbortController }) {
  const label = share >= 1 ? t('checking') : t('sending', { name: file.name, size: formatSize(file.size) })
  return (
    <>
      <strong role="status">{label}</strong>
      <Progress percent={Math.floor(share * 100)} aria-label={label} />
      <Button onClick={() => stop.abort()}>{t('stop')}</Button>
    </>
  )
}
