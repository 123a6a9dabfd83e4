import { App, Button } from 'antd'
import { useState } from 'react'
import { Icon } from '../ui/icon.tsx'
import { fetchFile, type InputArgument, type OperationId } from './call.ts'
import { errorSentence } from './errors.ts'
import { saveFile } from './save-file.ts'

interface DownloadButtonProps<Id extends OperationId> {
  operation: Id
  /** Made when pressed; null means that the person gave it up (a purpose was asked). */
  input: () => Promise<InputArgument<Id>[0] | null>
  label: string
}

/** Fetches a file of a download operation and hands it to the browser; a refusal is said in words. */
export function DownloadButton<Id extends OperationId>({ operation, input, label }: DownloadButtonProps<Id>) {
  const [busy, setBusy] = useState(false)
  const { message } = App.useApp()
  async function download() {
    const chosen = await input()
    if (chosen === null) return
    setBusy(true)
    try {
      saveFile(await fetchFile(operation, ...([chosen] as unknown as InputArgument<Id>)))
    } catch (error) {
      void message.error(errorSentence(error), 8)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button icon={<Icon name="export" size={18} />} loading={busy} onClick={() => void download()}>
      {label}
    </Button>
  )
}
