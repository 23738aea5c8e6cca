"""What is passed between the stages: frozen values, validated on the way in, JSON on the way out."""
