"""Limits and switches of reading files."""

from pydantic import BaseModel, ConfigDict, Field

MEGABYTE = 1024 * 1024


class IngestSettings(BaseModel):
    """Hold what a reader may spend on one file; every field carries its unit."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    max_file_megabytes: int = Field(200, gt=0, description="Files larger than this are skipped.")
    max_pages: int = Field(6000, gt=0, description="Documents with more pages than this are skipped.")
    max_characters: int = Field(30_000_000, gt=0, description="Documents with more text than this are skipped.")
    max_unpacked_megabytes: int = Field(500, gt=0, description="Unpacked size at which an archive counts as a bomb.")
    max_compression_ratio: int = Field(200, gt=1, description="Unpacked / packed size at which it counts as a bomb.")
    seconds_per_file: int = Field(600, gt=0, description="Time limit for reading one file, OCR included.")
    memory_megabytes: int = Field(3000, ge=0, description="Memory limit of a reading process; 0 is no limit.")
    workers: int = Field(2, gt=0, description="Reading processes side by side.")
    office_seconds: int = Field(120, gt=0, description="Time limit for one LibreOffice conversion.")
    office_conversion: bool = Field(True, description="Convert office files with LibreOffice, so that pages exist.")
    ocr: bool = Field(True, description="Recognise pages without text with tesseract.")
    ocr_languages: str = Field("swe", description="Languages as tesseract names them, joined by '+'.")
    ocr_sign_languages: str = Field("swe+eng", description="Languages for a second look where a § may stand; or empty.")
    ocr_dpi: int = Field(300, ge=100, le=600, description="Resolution of the page image given to tesseract.")
    ocr_max_pages: int = Field(400, ge=0, description="At most this many pages of one file are recognised.")
    ocr_seconds_per_page: int = Field(60, gt=0, description="Processor time for recognising one page.")
    ocr_low_confidence: float = Field(0.80, ge=0, le=1, description="Pages below this mean confidence are marked.")
