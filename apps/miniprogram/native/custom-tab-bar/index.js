// WeChat asks for this component where tabBar.custom is set. The pages draw the bar: docs/decisions/0032.
Component({})
