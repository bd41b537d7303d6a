import { watchLayout } from './reading'
import './shell.h5.less'

// The bars that Taro draws lie outside of every page.
watchLayout(({ zoom, isCare }) => {
  document.documentElement.style.setProperty('--dq-zoom', String(zoom))
  document.documentElement.classList.toggle('care', isCare)
})
