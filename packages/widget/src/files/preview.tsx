import { FileFacts, fitted, sizeWords } from '@deskbell/ui'
import { useEffect, useRef, useState } from 'preact/hooks'

/** A chosen file as it will stand there; a picture drawn here, which no page's policy can forbid. */
export function Preview({ file, locale }: { file: File; locale: string }) {
  const [picture, setPicture] = useState<ImageBitmap | undefined>(undefined)
  useEffect(() => {
    if (!file.type.startsWith('image/')) return
    let isGone = false
    createImageBitmap(file).then(
      (bitmap) => (isGone ? bitmap.close() : setPicture(bitmap)),
      // What is no picture after all stands there by its name.
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [file])
  return (
    <div class={picture ? 'file file--picture' : 'file'}>
      {picture ? (
        <Drawn picture={picture} name={file.name} />
      ) : (
        <FileFacts name={file.name} about={sizeWords(locale, file.size)} />
      )}
    </div>
  )
}

function Drawn({ picture, name }: { picture: ImageBitmap; name: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { width, height } = fitted(picture)
  useEffect(() => {
    canvas.current?.getContext('2d')?.drawImage(picture, 0, 0, width, height)
    picture.close()
  }, [picture])
  return <canvas ref={canvas} width={width} height={height} role="img" aria-label={name} />
}
