import './shell.h5.less'
