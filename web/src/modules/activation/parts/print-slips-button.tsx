import { Button } from 'antd'
import { t } from '../texts.ts'
import { usePrinting } from './use-printing.tsx'

/** Prints slips for chosen members: stands beside any list of them. */
export function PrintSlipsButton({ personIds }: { personIds: string[] }) {
  const { print, busy } = usePrinting()
  return (
    <Button loading={busy} onClick={() => void print({ personIds }, personIds.length)}>
      {t('printThese')}
    </Button>
  )
}
