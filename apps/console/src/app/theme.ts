import type { ThemeConfig } from 'antd'
import { palette } from '../ui/palette'

// A red frame means "wrong": what has the focus is framed in ink, not in the accent.
const field = {
  activeBorderColor: palette.textSecondary,
  hoverBorderColor: '#9A9DA2',
  activeShadow: '0 0 0 3px rgba(27, 28, 30, 0.08)',
}

export const theme: ThemeConfig = {
  token: {
    colorPrimary: palette.accent,
    colorError: palette.error,
    colorErrorBg: palette.accentSoft,
    colorErrorBorder: '#EBC9C5',
    colorWarningBg: palette.warningSoft,
    colorWarningBorder: '#EBD9B4',
    colorSuccessBg: palette.successSoft,
    colorSuccessBorder: '#C4DBCA',
    colorInfoBg: palette.surface,
    colorInfoBorder: palette.edge,
    colorWarning: '#B26A00',
    colorSuccess: palette.success,
    colorInfo: palette.textSecondary,
    colorLink: palette.text,
    colorLinkHover: palette.accent,
    colorLinkActive: palette.accent,
    colorText: palette.text,
    colorTextSecondary: palette.textSecondary,
    colorTextTertiary: palette.textQuiet,
    colorTextDescription: palette.textQuiet,
    colorTextPlaceholder: palette.textQuiet,
    colorBorder: palette.edge,
    colorBorderSecondary: palette.line,
    colorBgLayout: palette.page,
    colorSplit: palette.line,
    borderRadius: 8,
    borderRadiusLG: 12,
    fontSize: 14,
    controlHeight: 36,
    fontFamily: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif',
    boxShadowSecondary: '0 8px 28px rgba(27, 28, 30, 0.14)',
  },
  components: {
    Input: { ...field, borderRadiusLG: 8 },
    InputNumber: field,
    DatePicker: field,
    Select: {
      activeBorderColor: field.activeBorderColor,
      hoverBorderColor: field.hoverBorderColor,
      activeOutlineColor: 'rgba(27, 28, 30, 0.08)',
      optionSelectedBg: palette.accentSoft,
      optionSelectedColor: palette.accent,
    },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500, borderRadiusLG: 8 },
    Segmented: { trackBg: '#ECEBE8', itemSelectedColor: palette.text, itemColor: palette.textSecondary },
    Table: { headerBg: palette.surfaceQuiet, headerColor: palette.textSecondary, headerSplitColor: 'transparent', rowHoverBg: '#FAF9F7', rowSelectedBg: palette.accentSoft, rowSelectedHoverBg: palette.accentSoft, cellPaddingBlock: 13 },
    Form: { verticalLabelPadding: '0 0 6px', itemMarginBottom: 22 },
  },
}
