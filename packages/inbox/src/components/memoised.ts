import { Component, type ComponentChildren, type FunctionComponent, h } from 'preact'

/** A view that is not drawn anew with what is around it, as long as each of its properties is the same. */
export function memoised<P extends object>(View: FunctionComponent<P>) {
  return class extends Component<P> {
    override shouldComponentUpdate(next: P): boolean {
      return isOther(this.props, next)
    }

    override render(): ComponentChildren {
      return h(View, this.props)
    }
  }
}

function isOther<P extends object>(before: P, next: P): boolean {
  const names = Object.keys(next) as (keyof P)[]
  return names.length !== Object.keys(before).length || names.some((name) => before[name] !== next[name])
}
