const edge = 1024
const margin = 64

/**
 * Saves a square drawing as a PNG with a white margin, large enough for print.
 * @throws Error when the browser cannot draw it
 */
export async function saveAsPng(drawing: SVGElement, fileName: string): Promise<void> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(drawing))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = edge
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser draws no canvas')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, edge, edge)
  pen.imageSmoothingEnabled = false
  pen.drawImage(image, margin, margin, edge - 2 * margin, edge - 2 * margin)
  const link = document.createElement('a')
  link.href = canvas.toDataURL('image/png')
  link.download = fileName
  link.click()
}
