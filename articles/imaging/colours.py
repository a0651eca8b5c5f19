"""Colours as screens show them: sRGB, eight bits a channel, on white where a picture is transparent."""

from io import BytesIO

from PIL import Image, ImageCms

SRGB = ImageCms.createProfile("sRGB")


def resizable(picture: Image.Image) -> Image.Image:
    """A picture that can be made smaller: palettes and rare depths become plain channels, transparency stays."""
    if picture.mode.startswith("I"):
        return picture.point(lambda value: value / 256).convert("L")
    if picture.mode in ("L", "LA", "RGB", "RGBA", "CMYK") and "transparency" not in picture.info:
        return picture
    is_clear = "transparency" in picture.info or picture.mode in ("PA", "La", "RGBa")
    return picture.convert("RGBA" if is_clear else "RGB")


def on_white(picture: Image.Image) -> Image.Image:
    """Without transparency: a drawing in black must not vanish on a dark page."""
    if picture.mode not in ("LA", "RGBA"):
        return picture
    seen = picture.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen).convert("RGB")


def in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """From the colours of `profile` into sRGB; a profile that is broken or does not fit the picture is left out."""
    if profile:
        try:
            found = ImageCms.ImageCmsProfile(BytesIO(profile))
            return ImageCms.profileToProfile(picture, found, SRGB, outputMode="RGB") or picture.convert("RGB")
        except (ImageCms.PyCMSError, OSError):
            pass
    return picture.convert("RGB")
