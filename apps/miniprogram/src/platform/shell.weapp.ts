// The frame around the pages is WeChat's own.
export {}
