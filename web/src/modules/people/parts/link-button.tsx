import { createLink } from '@tanstack/react-router'
import { Button } from 'antd'

/** A button that leads to another page of the console: a link to the keyboard, to a new tab and to screen readers. */
export const LinkButton = createLink(Button)
