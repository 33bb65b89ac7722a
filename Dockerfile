# One process of Pinwheel. SQLite lives in the volume; set DATABASE_URL for PostgreSQL.
FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    HOST=0.0.0.0 PORT=3000 DATABASE_URL=sqlite:////data/pinwheel.db

WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.txt \
    && useradd --system --uid 10001 --no-create-home pinwheel \
    && install -d -o pinwheel /data
COPY main.py settings.py manifest.yaml ./
COPY bot bot
COPY cli cli
COPY handlers handlers
COPY storage storage

USER pinwheel
VOLUME /data
EXPOSE 3000
CMD ["python", "main.py", "run"]
