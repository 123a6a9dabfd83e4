import { App } from 'antd'
import type { ReactNode } from 'react'
import { t } from './texts.ts'

interface Question {
  title: string
  body?: ReactNode
  /** How many rows it touches; always said for mass work. */
  count?: number
  /** The verb on the button: “退会 12 人”, not “确定”. */
  verb: string
  /** The other button, where “取消” would be unclear. */
  stay?: string
}

/** Asks before what cannot be taken back lightly: `if (await confirm({ title, count, verb })) …`. */
export function useConfirm(): (question: Question) => Promise<boolean> {
  const { modal } = App.useApp()
  return ({ title, body, count, verb, stay }) =>
    new Promise((resolve) => {
      modal.confirm({
        title,
        content: (
          <>
            {count !== undefined && <p>{t('affected', { count })}</p>}
            {body}
          </>
        ),
        okText: verb,
        cancelText: stay ?? t('cancel'),
        icon: null,
        onOk: () => resolve(true),
        onCancel: () => resolve(false),
      })
    })
}
