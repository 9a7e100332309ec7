-- JWTs name the generation in which they were issued; a JWT of an earlier one is refused.

ALTER TABLE users ADD COLUMN session_generation INTEGER NOT NULL DEFAULT 0;
