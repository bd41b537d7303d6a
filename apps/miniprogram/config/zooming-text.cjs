/**
 * PostCSS: every size of text follows the person's own, `--dq-zoom` (1 where nothing is set). Sheets go on being
 * written in px, as WeUI's are, and no page can forget it.
 */
module.exports = () => ({
  postcssPlugin: 'zooming-text',
  Declaration: {
    'font-size': (declaration) => {
      const size = /^(\d+(?:\.\d+)?)px$/.exec(declaration.value)
      if (size && Number(size[1]) > 0) declaration.value = `calc(${size[0]} * var(--dq-zoom, 1))`
    },
  },
})
module.exports.postcss = true
