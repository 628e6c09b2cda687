"""Character cards (V1, V2, V3; JSON, or within a PNG) made into people.

V1 and V2: github.com/malfoyslastname/character-card-spec-v2. V3: github.com/kwaroran/character-card-spec-v3.
"""
