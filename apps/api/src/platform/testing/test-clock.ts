import { Clock } from '../clock/clock.js'

/** A clock that stands still until a test moves it. */
export class TestClock extends Clock {
  constructor(private at: Date) {
    super()
  }

  override now(): Date {
    return new Date(this.at)
  }

  set(at: Date): void {
    this.at = at
  }

  advance(milliseconds: number): void {
    this.at = new Date(this.at.getTime() + milliseconds)
  }
}
