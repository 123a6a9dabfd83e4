import { App, Button } from 'antd'
import { useId, useState } from 'react'
import { Icon } from '../ui/icon.tsx'
import { fetchFile, type InputArgument, type OperationId } from './call.ts'
import { errorSentence } from './errors.ts'
import { saveFile } from './save-file.ts'

interface DownloadButtonProps<Id extends OperationId> {
  operation: Id
  /** Made when pressed; null means that the person gave it up (a purpose was asked). */
  input: () => Promise<InputArgument<Id>[0] | null>
  label: string
  /** Why there is nothing to fetch: the button is off and says so. */
  off?: string | null
}

/** Fetches a file of a download operation and hands it to the browser; a refusal is said in words. */
export function DownloadButton<Id extends OperationId>(props: DownloadButtonProps<Id>) {
  const { operation, input, label, off = null } = props
  const whyId = useId()
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
    <>
      <Button
        icon={<Icon name="export" size={18} />}
        loading={busy}
        disabled={off !== null}
        aria-describedby={off === null ? undefined : whyId}
        onClick={() => void download()}
      >
        {label}
      </Button>
      {off !== null && (
        <span id={whyId} className="quiet">
          {off}
        </span>
      )}
    </>
  )
}
