/// <reference types="@tarojs/taro" />

declare module '*.less'
declare module '*.png'

/** Scheme and host of the API, without a path; empty in the browser. Set by the build. */
declare const API_HOST: string

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5'
  }
}
