"""Read every setting of the product once, from ``arende.toml`` and ``ARENDE_*``.

A section is a frozen model; its owner adds fields with their unit. An environment variable wins over the file:
``ARENDE_EMBEDDING__MODEL=/models/e5`` sets ``model`` in ``[embedding]``.
"""

import tomllib
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, SettingsError

from index.errors import SettingsFault
from ingest.settings import IngestSettings

SETTINGS_FILE = "arende.toml"
EMBEDDED_MODEL = "embedded"
# Tokens of a language model's window that instructions, a question and a few passages take.
LEAST_INPUT_TOKENS = 900


class Section(BaseModel):
    """Hold one section of the settings: read once, never changed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class EmbeddingSettings(Section):
    """Choose the embedding model and how hard indexing may work."""

    # "embedded" (multilingual-e5-small, nothing to download), a hub name, or a local folder.
    model: str = EMBEDDED_MODEL
    # Put before every question and passage. None: what the model's own folder says, else nothing.
    query_prompt: str | None = None
    passage_prompt: str | None = None
    # CPU threads while passages are embedded; 0 means every core.
    threads: int = Field(default=0, ge=0)
    # Fewer missing passages than this are embedded without loading torch: below it, loading takes longer (measured).
    small_batch: int = Field(default=64, ge=0)
    # Where the embedded model is written out once, as a folder; None: <data>/models.
    models_folder: Path | None = None


class VectorSettings(Section):
    """Choose where vectors live."""

    # None: a folder of the generation. Else a Chroma server, "http://host:8000".
    url: str | None = None


class BuildSettings(Section):
    """Choose how a re-index goes about its work."""

    # Words are published before vectors when more passages than this have to be embedded.
    words_first_above: int = Field(default=500, ge=0)
    # Seconds between the intermediate publications of vectors.
    publish_seconds: float = Field(default=300.0, gt=0)


class SearchSettings(Section):
    """Choose how passages are ranked."""

    # Hub name or folder of a cross-encoder that reads the first hits once more; None: none. Loads torch.
    cross_encoder: str | None = None
    # Hits that the cross-encoder reads.
    cross_encoder_hits: int = Field(default=20, ge=1, le=50)


class AnswerSettings(Section):
    """Choose how answers are made."""


class ModelSettings(Section):
    """Choose the language model, if any; without one the answers are extracts of the documents."""

    # none; openai: any OpenAI-compatible server; ollama; llamacpp: a GGUF file inside this process.
    kind: Literal["none", "openai", "ollama", "llamacpp"] = "none"
    # Address of the server, for an OpenAI-compatible one with its "/v1".
    url: str = "http://127.0.0.1:11434"
    name: str = ""
    key: SecretStr = SecretStr("-")
    # GGUF file of kind llamacpp.
    path: Path | None = None
    # Seconds until the first word of a reply, and for the whole answer, tries included; then the extractive answer is shown.
    # A small model on one core reads 37 tokens a second and writes 16: some 600 in and 700 out within the second.
    first_word_seconds: float = Field(default=90.0, gt=0)
    timeout_seconds: float = Field(default=180.0, gt=0)
    # Tokens of the model's window, at most of the passages shown to it, and of its reply.
    context_tokens: int = Field(default=4096, ge=1024)
    passage_tokens: int = Field(default=700, ge=200)
    reply_tokens: int = Field(default=700, ge=100)
    # Threads and megabytes of prompt cache of kind llamacpp.
    threads: int = Field(default=2, ge=1)
    cache_megabytes: int = Field(default=64, ge=0)

    @model_validator(mode="after")
    def _complete(self) -> Self:
        """Name what a kind of model needs before anything is asked of it."""
        if self.kind in ("openai", "ollama") and not self.name:
            raise ValueError(f"kind '{self.kind}' needs the model's name")
        if self.kind in ("openai", "ollama") and not self.url.startswith(("http://", "https://")):
            raise ValueError(f"the model's url must begin with http:// or https://: '{self.url}'")
        if self.kind == "llamacpp" and self.path is None:
            raise ValueError("kind 'llamacpp' needs the path of a GGUF file")
        if self.context_tokens - self.reply_tokens < LEAST_INPUT_TOKENS:
            raise ValueError(
                f"context_tokens must be at least {LEAST_INPUT_TOKENS} more than reply_tokens: else no passage fits"
            )
        return self


class WebSettings(Section):
    """Choose how the chat is served."""

    host: str = "127.0.0.1"
    port: int = Field(default=8501, ge=0, le=65535)
    # Path that a reverse proxy serves the pages under, "/arende"; empty at the root.
    base_path: str = Field(default="", pattern=r"^(/[A-Za-z0-9_.-]+)*$")
    # Days an unused conversation is kept.
    retention_days: int = Field(default=365, ge=1)
    # Header in which a trusted proxy names the visitor's groups, separated by commas; empty: everyone reads "alla".
    groups_header: str = ""
    # Header in which a trusted proxy names the visitor; empty: a cookie tells visitors apart.
    user_header: str = ""
    # Group that may see the administration page; empty: nobody.
    admin_group: str = ""
    # Who answers for the accessibility of the pages, as text.
    contact: str = ""
    # Characters a question may have.
    question_limit: int = Field(default=4000, ge=200)


class Settings(BaseSettings):
    """Hold every setting; built at the edge and handed down."""

    model_config = SettingsConfigDict(
        env_prefix="ARENDE_",
        env_nested_delimiter="__",
        extra="forbid",
        frozen=True,
        nested_model_default_partial_update=True,
    )

    source: Path | None = None
    data: Path | None = None
    ingest: IngestSettings = IngestSettings.model_validate({})
    embedding: EmbeddingSettings = EmbeddingSettings()
    vectors: VectorSettings = VectorSettings()
    build: BuildSettings = BuildSettings()
    search: SearchSettings = SearchSettings()
    answer: AnswerSettings = AnswerSettings()
    model: ModelSettings = ModelSettings()
    web: WebSettings = WebSettings()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Let the environment win over the values of the file."""
        return (env_settings, init_settings)

    @classmethod
    def load(cls, path: Path | None = None) -> "Settings":
        """Return the settings of a file, or of ``arende.toml`` in the working folder where there is one."""
        file = path or Path(SETTINGS_FILE)
        if path is not None and not file.is_file():
            raise SettingsFault(f"Cannot read settings '{file}': there is no such file. Name an existing file.")
        values = _file_values(file) if file.is_file() else {}
        try:
            return cls(**values)
        except ValidationError as error:
            raise SettingsFault(_explain(error, file)) from error
        except SettingsError as error:
            raise SettingsFault(f"Cannot use the settings: {error}. Correct the ARENDE_ variable.") from error


def _file_values(file: Path) -> dict[str, Any]:
    try:
        values = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsFault(f"Cannot read settings '{file}': {error}. Correct the file and run again.") from error
    for key in ("source", "data"):
        # A path in the file means the same wherever the command is started.
        if isinstance(values.get(key), str):
            values[key] = str((file.parent / Path(values[key]).expanduser()).resolve())
    return values


def _explain(error: ValidationError, file: Path) -> str:
    parts = []
    for fault in error.errors(include_url=False):
        key = ".".join(str(part) for part in fault["loc"])
        known = "unknown key" if fault["type"] == "extra_forbidden" else f"{fault['input']!r} is wrong: {fault['msg']}"
        parts.append(f"{key}: {known}")
    return f"Wrong settings ('{file}' or ARENDE_ variables): {'; '.join(parts)}. Correct and run again."
