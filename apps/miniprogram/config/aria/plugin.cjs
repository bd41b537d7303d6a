const path = require('node:path')
const components = require('./components.json')

/**
 * Taro's templates for WeChat leave out what screen readers are told: whatever a component says of itself there,
 * WeChat never sees it. This puts it in. Templates and runtime must know the same attributes, because they agree on
 * short names for them by their order.
 */
module.exports = (context) =>
  context.registerMethod({
    name: 'onSetupClose',
    fn: (platform) => {
      // The browser's build has no templates.
      if (!platform.template) return
      platform.template.mergeComponents(platform, components)
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'runtime.js').replaceAll('\\', '/')].flat()
    },
  })
