import { Drawer } from 'antd'
import { Suspense, type ReactNode } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { t } from '../texts.ts'

interface SidePanelProps {
  panel: { title: ReactNode; body: ReactNode; foot?: ReactNode } | undefined
  onClose: () => void
}

/** What a row opens at the right side; the list stays in use beside it. */
export function SidePanel({ panel, onClose }: SidePanelProps) {
  return (
    <Drawer
      open={Boolean(panel)}
      onClose={onClose}
      rootClassName="side-panel"
      mask={false}
      size={520}
      title={panel && <h2 className="side-panel-title">{panel.title}</h2>}
      footer={panel?.foot}
      closable={{ placement: 'end', closeIcon: <Icon name="close" />, 'aria-label': t('close') }}
      destroyOnHidden
    >
      <Suspense fallback={null}>{panel?.body}</Suspense>
    </Drawer>
  )
}
