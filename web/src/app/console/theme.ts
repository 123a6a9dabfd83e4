import type { ThemeConfig } from 'antd'

/** The look of antd in the console: the colours of ui/tokens.css. antd works out shades from these, so they are values, not variables. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#c8201e',
    colorLink: '#a31513',
    colorLinkHover: '#c8201e',
    colorError: '#b3261e',
    colorSuccess: '#1c7146',
    colorWarning: '#8a5200',
    colorInfo: '#2a5a85',
    colorText: '#2b2522',
    colorTextSecondary: '#5d554f',
    colorTextTertiary: '#736a63',
    colorTextQuaternary: '#736a63',
    colorTextDescription: '#5d554f',
    colorTextPlaceholder: '#736a63',
    colorBorder: '#b3a99f',
    colorBorderSecondary: '#e5dfd9',
    colorSplit: '#e5dfd9',
    colorBgLayout: '#f7f4f1',
    colorFillAlter: '#f9f7f5',
    colorFillSecondary: '#efeae5',
    borderRadius: 6,
    borderRadiusLG: 10,
    fontSize: 14,
    controlHeight: 34,
    fontFamily:
      "'PingFang SC', 'HarmonyOS Sans SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, sans-serif",
    boxShadowSecondary: '0 2px 4px rgba(60, 40, 30, 0.06), 0 8px 28px rgba(60, 40, 30, 0.12)',
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
    wireframe: false,
  },
  components: {
    Button: {
      primaryShadow: 'none',
      defaultShadow: 'none',
      dangerShadow: 'none',
      defaultBorderColor: '#978c83',
    },
    Table: {
      headerBg: '#f4f0ec',
      headerColor: '#5d554f',
      rowHoverBg: '#faf7f4',
      headerSplitColor: 'transparent',
      cellPaddingBlock: 11,
    },
    Input: { colorBorder: '#978c83' },
    Select: { colorBorder: '#978c83', optionSelectedBg: '#fbefee' },
    DatePicker: { colorBorder: '#978c83' },
  },
}
