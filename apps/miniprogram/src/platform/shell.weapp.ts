// The frame around the pages is WeChat's own, and the tab bar is part of them: ui/tab-bar.
export {}
