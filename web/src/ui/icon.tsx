/** The shapes of our icons: strokes on a 24 × 24 field. */
const shapes = {
  home: 'M4 11.5 12 4.5l8 7M6.5 10v9.5h11V10M10 19.5v-5h4v5',
  events: 'M5 6.5h14v13H5zM5 10.5h14M8.5 4v4M15.5 4v4M9 14.5h2M13 14.5h2',
  services: 'M12 20s-7.5-4.4-7.5-10A4.2 4.2 0 0 1 12 7.4 4.2 4.2 0 0 1 19.5 10c0 5.6-7.5 10-7.5 10z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20c.8-3.8 3.8-5.5 7.5-5.5s6.7 1.7 7.5 5.5',
  card: 'M3.5 6h17v12h-17zM3.5 10h17M7 14.5h4',
  people:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 19.5c.6-3.3 3-5 6.5-5s5.9 1.7 6.5 5M15.5 5a3.3 3.3 0 0 1 0 6.3M17.5 14.8c2.2.5 3.6 2 4 4.7',
  organisation: 'M9 4h6v5H9zM3.5 15h6v5h-6zM14.5 15h6v5h-6zM12 9v3M6.5 15v-3h11v3',
  import: 'M12 3.5v11M7.5 10.5l4.5 4.5 4.5-4.5M4.5 16v4h15v-4',
  export: 'M12 15V4M7.5 8.5 12 4l4.5 4.5M4.5 16v4h15v-4',
  inbox: 'M4 13.5 6.5 5h11L20 13.5v6H4zM4 13.5h4.5l1.5 2.5h4l1.5-2.5H20',
  figures: 'M4.5 19.5h15M7 16v-5M12 16V6M17 16v-8',
  audit: 'M12 3.5 19 6v5.5c0 4.5-3 7.5-7 9-4-1.5-7-4.5-7-9V6zM9 12l2.2 2.2L15.2 10',
  key: 'M8 15.5a4 4 0 1 1 3.7-5.5H20v3.5h-2.5V16H14v-2.5h-2.3A4 4 0 0 1 8 15.5z',
  settings:
    'M4.5 7h9M17.5 7h2M4.5 17h2M10.5 17h9M15.5 9a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM8.5 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  help: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM9.5 9.5c.2-1.4 1.2-2.2 2.6-2.2 1.5 0 2.6.9 2.6 2.2 0 1.8-2.6 2-2.6 4M12 16.7v.1',
  language:
    'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM3.5 12h17M12 3.5c-5 5.5-5 11.5 0 17M12 3.5c5 5.5 5 11.5 0 17',
  leave: 'M14 4.5H5v15h9M10 12h10.5M17 8.5l3.5 3.5-3.5 3.5',
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  down: 'M6 9.5l6 6 6-6',
  close: 'M6 6l12 12M18 6 6 18',
  menu: 'M4 7h16M4 12h16M4 17h16',
  fold: 'M4 5v14M20 12H9M13 8l-4 4 4 4',
  camera: 'M3.5 8h4l1.5-2.5h6L16.5 8h4v11.5h-17zM12 17a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z',
  attach: 'M18.5 11.5 12 18a4 4 0 0 1-5.7-5.7l7-7a2.7 2.7 0 0 1 3.8 3.8l-7 7a1.3 1.3 0 0 1-1.9-1.9l6.3-6.3',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  warn: 'M12 4 21 19.5H3zM12 10v4.5M12 17v.1',
  info: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 11v5.5M12 7.7v.1',
  clock: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 7.5V12l3 2',
  offline:
    'M3 3l18 18M5 10.5a11 11 0 0 1 3.5-2.2M19 10.5a11 11 0 0 0-6.5-2.9M8 14.5a6 6 0 0 1 3-1.6M12 18.5v.1',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  eyeOff:
    'M3.5 4l17 16.5M9.5 6a9 9 0 0 1 2.5-.4c6 0 9.5 6.4 9.5 6.4a16 16 0 0 1-3 3.7M6 7.8A15.5 15.5 0 0 0 2.5 12S6 18.5 12 18.5a9 9 0 0 0 4-.9M10 10a3 3 0 0 0 4.2 4.2',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 20 20',
  text: 'M3.5 7V5.5h10V7M8.5 5.5v13M6.5 18.5h4M14.5 12v-1h6v1M17.5 11v7.5M16 18.5h3',
  phone: 'M7.5 3h9v18h-9zM10.5 18h3',
  swap: 'M5 8.5h13M14.5 5 18 8.5 14.5 12M19 15.5H6M9.5 12 6 15.5 9.5 19',
} as const

export type IconName = keyof typeof shapes

/** A decorative icon, the size of the text it stands by; what it means is always said in words beside it or by the button’s label. */
export function Icon({ name, size }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon"
      width={size ?? 20}
      height={size ?? 20}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={shapes[name]} />
    </svg>
  )
}
