import path from 'node:path'
import { defineConfig } from '@tarojs/cli'

// In the browser the API lives on the same origin; in WeChat every request names its host.
const apiHost = process.env.TARO_ENV === 'h5' ? '' : (process.env.API_URL ?? 'http://127.0.0.1:4000')

const isContract = (file: string) => /packages[\\/]contracts|node_modules[\\/]uqr/.test(file)

export default defineConfig<'webpack5'>({
  projectName: 'dangqun',
  date: '2026-11-24',
  designWidth: 375,
  deviceRatio: { 375: 1 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  plugins: [path.resolve(__dirname, 'aria', 'plugin.cjs')],
  defineConstants: { API_HOST: JSON.stringify(apiHost) },
  alias: { '@': path.resolve(__dirname, '..', 'src') },
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  copy: { patterns: process.env.TARO_ENV === 'weapp' ? [{ from: 'native/', to: 'dist/weapp/' }] : [], options: {} },
  mini: {
    compile: { include: [isContract] },
    optimizeMainPackage: { enable: true },
    // The look is drawn in px, as WeUI is.
    postcss: { pxtransform: { enable: false, config: {} }, cssModules: { enable: false }, './config/zooming-text.cjs': { enable: true } },
  },
  h5: {
    compile: { include: [isContract] },
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: { ignoreOrder: true, filename: 'css/[name].[contenthash:8].css', chunkFilename: 'css/[name].[contenthash:8].css' },
    postcss: {
      autoprefixer: { enable: true, config: {} },
      pxtransform: { enable: false, config: {} },
      cssModules: { enable: false },
      './config/zooming-text.cjs': { enable: true },
    },
  },
})
